/// The classes of characters that tokens are made of (section 2.1), which are all ASCII.
extension UInt8 {
    /// `Digit :: one of 0 … 9`
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// `NameStart :: Letter | _`
    var isNameStart: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 || self == UInt8(ascii: "_") }

    /// `NameContinue :: Letter | Digit | _`
    var isNameContinue: Bool { isNameStart || isDigit }

    /// The value of `HexDigit :: one of 0 … 9 A … F a … f`, or nil.
    var hexDigitValue: UInt32? {
        if isDigit { return UInt32(self &- UInt8(ascii: "0")) }
        let letter = (self | 0x20) &- UInt8(ascii: "a")
        return letter < 6 ? UInt32(letter) + 10 : nil
    }
}
