import CIconv

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why a decoding step stopped.
enum DecodingStop {
    case inputUsed
    case outputFull
    case invalid
    case cutOff
}

/// Turns bytes of one encoding into UTF-8, step by step.
protocol TextDecoder: AnyObject {
    /// Decodes as much as fits; says how much was used and made, and why it stopped.
    func step(
        _ input: UnsafePointer<UInt8>, count: Int, into output: UnsafeMutablePointer<UInt8>, capacity: Int
    ) -> (used: Int, made: Int, stop: DecodingStop)
}

/// Copies valid UTF-8 and stops at what is not.
final class UTF8Decoder: TextDecoder {
    func step(
        _ input: UnsafePointer<UInt8>, count: Int, into output: UnsafeMutablePointer<UInt8>, capacity: Int
    ) -> (used: Int, made: Int, stop: DecodingStop) {
        let length = min(count, capacity)
        let result = UTF8Check.scan(input, count: length)
        output.update(from: input, count: result.valid)
        if result.valid == length {
            return (length, length, length == count ? .inputUsed : .outputFull)
        }
        if result.isCutOff { return (result.valid, result.valid, length < count ? .outputFull : .cutOff) }
        return (result.valid, result.valid, .invalid)
    }
}

/// iconv(3): strict, and exact about the place of a bad byte.
final class IconvDecoder: TextDecoder {
    private let handle: iconv_t

    init(_ encoding: TextEncoding) throws(SheetError) {
        guard let opened = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: opened) != -1 else {
            throw SheetError(
                .unsupported,
                SheetText(
                    en: "the system cannot convert \(encoding) to UTF-8", zh: "系统无法将 \(encoding) 转换为 UTF-8"),
                advice: SheetText(en: "Save the file as UTF-8", zh: "请将文件另存为 UTF-8"))
        }
        handle = opened
    }

    deinit { iconv_close(handle) }

    func step(
        _ input: UnsafePointer<UInt8>, count: Int, into output: UnsafeMutablePointer<UInt8>, capacity: Int
    ) -> (used: Int, made: Int, stop: DecodingStop) {
        var source: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: input)
            .assumingMemoryBound(to: CChar.self)
        var target: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(output)
            .assumingMemoryBound(to: CChar.self)
        var sourceLeft = count
        var targetLeft = capacity
        let status = iconv(handle, &source, &sourceLeft, &target, &targetLeft)
        let code = errno
        let stop: DecodingStop
        if status != -1 {
            stop = .inputUsed
        } else if code == E2BIG {
            stop = .outputFull
        } else if code == EINVAL {
            stop = .cutOff
        } else {
            stop = .invalid
        }
        return (count - sourceLeft, capacity - targetLeft, stop)
    }
}
