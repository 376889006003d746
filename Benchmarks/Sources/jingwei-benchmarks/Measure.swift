import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a piece of work cost this process.
struct Measure {
    var userSeconds: Double
    var systemSeconds: Double
    var wallSeconds: Double
    /// The process's greatest memory so far, in MiB.
    var peakMiB: Double

    /// Runs `body` and measures it.
    static func run<R>(_ body: () throws -> R) rethrows -> (R, Measure) {
        let clock = ContinuousClock()
        let before = usage()
        var result: R?
        let wall = try clock.measure { result = try body() }
        let after = usage()
        guard let result else { preconditionFailure("the clock did not run the body") }
        return (
            result,
            Measure(
                userSeconds: after.user - before.user, systemSeconds: after.system - before.system,
                wallSeconds: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
                peakMiB: after.peak)
        )
    }

    private static func usage() -> (user: Double, system: Double, peak: Double) {
        var usage = rusage()
        #if canImport(Glibc)
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
        getrusage(RUSAGE_SELF, &usage)
        #endif
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(usage.ru_utime), seconds(usage.ru_stime), Double(usage.ru_maxrss) / 1024)
    }

    var text: String {
        func two(_ value: Double) -> String { String((value * 100).rounded() / 100) }
        return "user \(two(userSeconds)) s, system \(two(systemSeconds)) s, wall \(two(wallSeconds)) s, "
            + "peak \(Int(peakMiB.rounded())) MiB"
    }
}
