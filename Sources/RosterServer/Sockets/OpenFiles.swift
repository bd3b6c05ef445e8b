import Glibc

/// How many files, sockets among them, this process may have open.
package enum OpenFiles {
    /// Raises the limit to what the system allows this user; many systems start a program with 1024.
    package static func raiseLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < limit.rlim_max
        else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    /// Has the runtime open what it needs for timers, which it otherwise does with the first of them: where strangers
    /// have taken all descriptors by then, that would be the end of the process.
    package static func reserve() async {
        for clock in [ContinuousClock(), SuspendingClock()] as [any Clock<Duration>] {
            try? await clock.sleep(for: .nanoseconds(1))
        }
    }
}
