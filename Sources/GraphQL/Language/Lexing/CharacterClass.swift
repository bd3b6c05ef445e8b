/// The classes of characters that tokens are made of (section 2.1), which are all ASCII.
extension UInt8 {
    /// `Digit :: one of 0 … 9`
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// `NameStart :: Letter | _`
    var isNameStart: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "_") }

    /// `NameContinue :: Letter | Digit | _`
    var isNameContinue: Bool {
        // A bit for each: most bytes of a document are asked, and two shifts take less time than four comparisons.
        let bit: UInt64 = 1 << UInt64(self & 63)
        return (self < 64 ? 0x03FF_0000_0000_0000 : self < 128 ? 0x07FF_FFFE_87FF_FFFE : 0) & bit != 0
    }

    /// The value of `HexDigit :: one of 0 … 9 A … F a … f`, or nil.
    var hexDigitValue: UInt32? {
        if isDigit { return UInt32(self &- UInt8(ascii: "0")) }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? UInt32(letter) + 10 : nil
    }
}
