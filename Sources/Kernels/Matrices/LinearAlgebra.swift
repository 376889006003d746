import COpenBLAS

/// The one door to OpenBLAS: one thread and a fixed choice of kernels, settled before the first routine is called.
///
/// Every routine of this module that calls BLAS or LAPACK asks ``settled`` first. Results then depend on neither how
/// many cores there are nor on which of the processors with AVX2 and FMA they are computed.
public enum LinearAlgebra {
    /// Settles threads and kernels the first time it is read; the name of the kernels that OpenBLAS uses.
    public static let kernel: String = {
        jingwei_openblas_settle()
        return openblas_get_corename().map { String(cString: $0) } ?? ""
    }()

    static func settle() { _ = kernel }
}
