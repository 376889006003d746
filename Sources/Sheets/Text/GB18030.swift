/// GB 18030 for short texts; files go through ``TextSource``.
enum GB18030 {
    /// The text of `bytes`; nil where they are not valid GB 18030.
    static func string(_ bytes: [UInt8]) -> String? {
        guard !bytes.isEmpty else { return "" }
        guard let decoder = try? IconvDecoder(.gb18030) else { return nil }
        let capacity = 4 * bytes.count + 16
        let made = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            count = 0
            bytes.withUnsafeBufferPointer { input in
                guard let from = input.baseAddress, let to = output.baseAddress else { return }
                let step = decoder.step(from, count: input.count, into: to, capacity: capacity)
                if step.stop == .inputUsed { count = step.made }
            }
        }
        return made.isEmpty ? nil : String(decoding: made, as: UTF8.self)
    }
}
