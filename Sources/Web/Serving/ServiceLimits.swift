public import Store

/// How long the site waits and how much one client may ask.
public struct ServiceLimits: Sendable {
    /// How long a study's page waits for the answer before it shows progress.
    public var pageWait = Duration.milliseconds(400)
    /// Reconstructed networks that pages ask where the reader names no number; named firms are told of from 100 on.
    public var networks = 100
    /// How long the API waits for a report before it answers with the run's address.
    public var operationWait = Duration.seconds(10)
    /// The longest silence of a stream of events; then it says that it is still there.
    public var heartbeat = Duration.seconds(10)
    /// Requests that one client may send at once. Loopback is not counted: a proxy there limits for itself.
    public var burst = 400.0
    /// Requests a second that one client may send for long.
    public var perSecond = 100.0
    /// Files that may wait to be made; a PDF takes seconds.
    public var waitingFiles = 16

    /// Bytes that an uploaded file may have.
    public var uploadBytes = 16 << 20
    /// Files that may be received at once; each is held in memory.
    public var uploadsAtOnce = 4
    /// Writes to the state folder that one client may send at once. Loopback is not counted.
    public var writeBurst = 40.0
    /// Writes a second that one client may send for long.
    public var writesPerSecond = 0.5
    /// What visitors may keep.
    public var own = OwnLimits()

    /// The limits of a program that serves one region's readers.
    public init() {}
}
