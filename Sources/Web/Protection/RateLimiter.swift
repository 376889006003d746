import Synchronization

/// A bucket of tokens for each client: so many requests at once, refilled steadily.
///
/// Time is given in seconds by the caller, so that tests decide it. Buckets that are full again are forgotten, and
/// at most `clientLimit` are kept, so that many addresses cannot fill the memory.
final class RateLimiter: Sendable {
    private struct Bucket {
        var tokens: Double
        var time: Double
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let burst: Double
    private let perSecond: Double
    private let clientLimit: Int

    init(burst: Double, perSecond: Double, clientLimit: Int = 10_000) {
        self.burst = burst
        self.perSecond = perSecond
        self.clientLimit = clientLimit
    }

    /// Clients that are remembered.
    var clients: Int { buckets.withLock { $0.count } }

    /// Takes a token; returns `nil` where there was one, else the seconds until the next.
    func take(_ client: String, at time: Double) -> Double? {
        buckets.withLock { buckets in
            if buckets.count >= clientLimit, buckets[client] == nil {
                let (burst, perSecond) = (burst, perSecond)
                buckets = buckets.filter { $0.value.tokens + (time - $0.value.time) * perSecond < burst }
                if buckets.count >= clientLimit { buckets.removeAll() }
            }
            var bucket = buckets[client] ?? Bucket(tokens: burst, time: time)
            bucket.tokens = min(burst, bucket.tokens + max(0, time - bucket.time) * perSecond)
            bucket.time = max(time, bucket.time)
            defer { buckets[client] = bucket }
            guard bucket.tokens >= 1 else { return (1 - bucket.tokens) / perSecond }
            bucket.tokens -= 1
            return nil
        }
    }
}
