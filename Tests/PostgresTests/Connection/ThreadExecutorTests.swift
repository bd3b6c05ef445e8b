import Glibc
import SystemPackage
import Testing

@testable import Postgres

@Suite("An actor on a thread of its own")
struct ThreadExecutorTests {
    private actor Worker {
        private let executor: ThreadExecutor
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init() throws { executor = try ThreadExecutor() }

        var thread: pthread_t { pthread_self() }

        func waitForByte(from descriptor: CInt) {
            var byte: UInt8 = 0
            _ = read(descriptor, &byte, 1)
        }
    }

    @Test("runs all its jobs on one thread, which no other actor has")
    func oneThread() async throws {
        let (one, other) = (try Worker(), try Worker())
        let thread = await one.thread
        for _ in 0..<100 {
            await Task.yield()
            #expect(await one.thread == thread)
        }
        #expect(await other.thread != thread)
    }

    @Test("lets everything else go on while it blocks")
    func blocking() async throws {
        // More actors than cooperative threads block until this task, which needs such a thread, writes.
        let workers = try (0..<64).map { _ in try Worker() }
        var ends: [CInt] = [0, 0]
        #expect(pipe(&ends) == 0)
        let readEnd = ends[0]
        await withTaskGroup { group in
            for worker in workers { group.addTask { await worker.waitForByte(from: readEnd) } }
            group.addTask { [ends] in
                let bytes = [UInt8](repeating: 0, count: workers.count)
                #expect(write(ends[1], bytes, bytes.count) == bytes.count)
            }
        }
        close(ends[0])
        close(ends[1])
    }

    @Test("ends its thread when nobody needs it any more")
    func ends() async throws {
        func threadCount() -> Int { FilePath("/proc/self/task").entries()?.count ?? 0 }
        var workers: [Worker]? = try (0..<200).map { _ in try Worker() }
        for worker in workers ?? [] { _ = await worker.thread }
        #expect(threadCount() >= 200)
        workers = nil
        // Other tests have threads too, but not that many.
        while threadCount() >= 150 { await Task.yield() }
    }
}
