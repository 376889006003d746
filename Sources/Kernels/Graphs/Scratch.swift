/// Memory for one calculation: fixed in size, freed when it goes out of scope.
///
/// Places are checked in debug builds only: it is for loops over graphs that were checked when they were made.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    private let start: UnsafeMutablePointer<Element>
    /// How many elements there are.
    let count: Int

    /// So many elements, all alike.
    init(_ count: Int, repeating element: Element) {
        self.count = count
        start = .allocate(capacity: max(1, count))
        start.initialize(repeating: element, count: count)
    }

    /// The elements of an array.
    init(_ elements: [Element]) {
        count = elements.count
        start = .allocate(capacity: max(1, count))
        for (place, element) in elements.enumerated() { (start + place).initialize(to: element) }
    }

    deinit { start.deallocate() }

    /// The element at a place.
    subscript(_ place: Int) -> Element {
        @inline(__always) get {
            assert(place >= 0 && place < count, "place \(place) of \(count)")
            return start[place]
        }
        @inline(__always) nonmutating set {
            assert(place >= 0 && place < count, "place \(place) of \(count)")
            start[place] = newValue
        }
    }

    /// The element at a place.
    subscript(_ place: Int32) -> Element {
        @inline(__always) get { self[Int(place)] }
        @inline(__always) nonmutating set { self[Int(place)] = newValue }
    }

    /// The first elements as an array.
    func prefix(_ length: Int) -> [Element] {
        Array(UnsafeBufferPointer(start: start, count: min(length, count)))
    }

    /// All elements as an array.
    var array: [Element] { prefix(count) }
}
