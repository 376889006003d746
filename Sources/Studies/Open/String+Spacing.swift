extension String {
    /// The text with the blank that stands between Latin letters or digits and Chinese behind them.
    var beforeChinese: String {
        guard let last = unicodeScalars.last, last.isASCII,
            last.properties.isAlphabetic || last.properties.numericType != nil
        else { return self }
        return self + " "
    }
}
