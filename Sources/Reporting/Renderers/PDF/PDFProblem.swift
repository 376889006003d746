public import Ecosystem

/// Why a report could not be printed, and what to do.
public enum PDFProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// No browser that prints was found under any of these names.
    case noBrowser(looked: [String])
    /// The page is larger than what is printed.
    case tooLarge(bytes: Int, limit: Int)
    /// The browser did not finish in this many seconds and was stopped.
    case timedOut(seconds: Int)
    /// The browser ended with this code and wrote no PDF; the end of what it said.
    case failed(code: Int32, output: String)

    /// The reason and what to do next, in both languages.
    public var message: Localized {
        switch self {
        case .noBrowser(let looked):
            Localized(
                "A PDF needs Chromium, and none was found (looked for \(looked.joined(separator: ", "))). Install "
                    + "it, on Debian with `apt-get install chromium`, or name one in JINGWEI_CHROMIUM; or ask for "
                    + "html and print it from any browser.",
                "生成 PDF 需要 Chromium，未找到（查找了 \(looked.joined(separator: "、"))）。请安装，Debian 上用 "
                    + "`apt-get install chromium`，或在 JINGWEI_CHROMIUM 中指明；也可以导出 html，再用浏览器打印。")
        case .tooLarge(let bytes, let limit):
            Localized(
                "The page has \(bytes) bytes; at most \(limit) are printed. Ask for xlsx or csv instead.",
                "页面有 \(bytes) 字节；最多打印 \(limit) 字节。请改用 xlsx 或 csv。")
        case .timedOut(let seconds):
            Localized(
                "Chromium did not finish within \(seconds) seconds and was stopped. Try again, or ask for html and "
                    + "print it from any browser.",
                "Chromium 在 \(seconds) 秒内未完成，已停止。请重试，或导出 html 再用浏览器打印。")
        case .failed(let code, let output):
            Localized(
                "Chromium wrote no PDF (exit code \(code)). It said: \(output)",
                "Chromium 没有写出 PDF（退出码 \(code)）。其输出：\(output)")
        }
    }

    /// The English message.
    public var description: String { message.en }
}
