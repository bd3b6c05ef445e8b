import DequeModule
import Glibc

/// A thread that runs the jobs of one actor, so that a library that blocks never holds a cooperative thread.
///
/// The thread ends when the executor is no longer referenced; jobs that wait keep it alive until they have run.
final class ThreadExecutor: SerialExecutor {
    private let queue: Queue

    /// Starts the thread.
    init() throws(PostgresError) {
        queue = Queue()
        var thread = pthread_t()
        let context = Unmanaged.passRetained(queue)
        let code = pthread_create(&thread, nil, runQueue, context.toOpaque())
        guard code == 0 else {
            context.release()
            throw .unavailable(.outOfResources, message: "pthread_create: errno \(code)")
        }
        pthread_detach(thread)
    }

    deinit {
        queue.finish()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        queue.append(Queue.Entry(job: UnownedJob(job), executor: self))
    }

    /// What the thread and the executor share, so that the thread does not keep the executor alive.
    fileprivate final class Queue: @unchecked Sendable {  // the mutex guards the entries
        /// A job that waits; it holds the executor for as long as it may need it.
        struct Entry {
            let job: UnownedJob
            let executor: ThreadExecutor
        }

        private var entries: Deque<Entry> = []
        private var isFinished = false
        // Both have one address from here to `deinit`, which pthread requires.
        private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

        init() {
            pthread_mutex_init(mutex, nil)
            pthread_cond_init(condition, nil)
        }

        deinit {
            pthread_cond_destroy(condition)
            pthread_mutex_destroy(mutex)
            condition.deallocate()
            mutex.deallocate()
        }

        func append(_ entry: Entry) {
            pthread_mutex_lock(mutex)
            entries.append(entry)
            pthread_cond_signal(condition)
            pthread_mutex_unlock(mutex)
        }

        func finish() {
            pthread_mutex_lock(mutex)
            isFinished = true
            pthread_cond_signal(condition)
            pthread_mutex_unlock(mutex)
        }

        /// Waits for the next entry; `nil` when there will be none.
        private func next() -> Entry? {
            pthread_mutex_lock(mutex)
            defer { pthread_mutex_unlock(mutex) }
            while entries.isEmpty, !isFinished { pthread_cond_wait(condition, mutex) }
            return entries.popFirst()
        }

        func run() {
            while let entry = next() {
                entry.job.runSynchronously(on: entry.executor.asUnownedSerialExecutor())
            }
        }
    }
}

private func runQueue(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadExecutor.Queue>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
