public import Ecosystem

/// Why a question is not taken now; it may be asked again later.
public enum RunRefusal: Error, Sendable, Equatable {
    /// So many runs wait already.
    case full(waiting: Int)
    /// The program is stopping.
    case closed

    /// What happened and what to do.
    public var message: Localized {
        switch self {
        case .full(let waiting):
            Localized(
                "\(waiting) runs wait already; try again in a minute.", "已有 \(waiting) 个运行在排队；请一分钟后再试。")
        case .closed: Localized("The program is stopping; try again later.", "程序正在停止；请稍后再试。")
        }
    }
}
