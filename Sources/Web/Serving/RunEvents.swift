import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// The progress of a run as server-sent events: `progress` with `{fraction, step}`, then one `end`.
///
/// Nothing is heard for at most the heartbeat: then a comment says that the stream is still there. That also finds
/// out a reader who is gone: writing to them fails, and the stream stops listening to the run.
struct RunEvents: Sendable {
    let queue: RunQueue
    let address: String
    let language: Language
    let heartbeat: Duration

    /// The answer; listening begins when it is sent.
    var answer: Answer {
        Answer(
            mediaType: "text/event-stream",
            headers: [.cacheControl: "no-store", .contentLanguage: language.tag],
            body: .events { stream })
    }

    /// The events as text.
    var stream: AsyncStream<String> {
        let (stream, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(32))
        let task = Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    while (try? await Task.sleep(for: heartbeat)) != nil {
                        continuation.yield(": still here\n\n")
                    }
                }
                for await state in queue.states(of: address) {
                    if let (fraction, step) = state.progress {
                        continuation.yield(RunEvents.event(fraction, step[language]))
                    }
                }
                group.cancelAll()
            }
            continuation.yield("event: end\ndata: {}\n\n")
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    private static func event(_ fraction: Double, _ step: String) -> String {
        let data = JSONValue.object(["fraction": .number(fraction), "step": .string(step)]).text()
        return "event: progress\ndata: \(data)\n\n"
    }
}

extension RunState {
    /// How far a run is that waits or works, and what it does.
    var progress: (fraction: Double, step: Localized)? {
        switch self {
        case .waiting(let ahead):
            (0, Localized("waiting, \(ahead) before it", "排队中，前面还有 \(ahead) 个"))
        case .working(let fraction, let step): (fraction, step)
        case .done, .failed, .broken, .cancelled: nil
        }
    }
}

extension Site {
    /// Waits a moment for a run to end and returns its state then.
    func settled(_ address: String, within limit: Duration) async -> RunState? {
        if let state = queue.state(of: address), state.isFinal { return state }
        let queue = queue
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await state in queue.states(of: address) where state.isFinal { return } }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
        return queue.state(of: address)
    }
}
