/// A list of plain values that keeps its memory from use to use, appended to without the checks of an array in a class.
final class GrowingList<Element: BitwiseCopyable> {
    private(set) var count = 0
    private var memory: PlainMemory<Element>

    init(capacity: Int = 64) { memory = PlainMemory(max(1, capacity)) }

    @inline(__always) func append(_ element: Element) {
        if count == memory.count { grow() }
        memory.start[count] = element
        count += 1
    }

    @inline(__always) subscript(_ index: Int) -> Element { memory.start[index] }

    func removeAll() { count = 0 }

    private func grow() {
        let larger = PlainMemory<Element>(2 * memory.count)
        larger.start.update(from: memory.start, count: count)
        memory = larger
    }
}
