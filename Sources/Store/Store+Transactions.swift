import GRDB

extension Store {
    /// Reads; a failure is told to the operator and answered with `nil`.
    func read<Value>(_ what: String, _ body: (Database) throws -> Value) -> Value? {
        do { return try database.read(body) } catch {
            onFailure("\(what) could not be read: \(error)")
            return nil
        }
    }

    /// Writes in one transaction: all of it or nothing.
    ///
    /// - Throws: the body's ``StoreError``, or one that says that the file cannot be written; details are for the
    ///   operator.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try database.write(body) } catch let error as StoreError {
            throw error
        } catch {
            onFailure("the state folder could not be written: \(error)")
            throw StoreError.notKept
        }
    }
}
