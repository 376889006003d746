@_exported public import ChainAnalysis
@_exported public import DataPackages
@_exported public import Ecosystem
@_exported public import Indicators
@_exported public import Kernels
@_exported public import Reporting
@_exported public import Sheets
@_exported public import Studies
