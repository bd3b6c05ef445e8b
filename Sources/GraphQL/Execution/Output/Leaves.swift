extension Int: LeafType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(builder.builtIn(.int))
    }

    /// Result coercion of `Int`, which has 32 bits (section 3.5.1).
    @inlinable
    public func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        guard Int32(exactly: self) != nil else {
            throw CoercionFailure("Int cannot represent a number outside of 32 bits")
        }
        response.write(self)
    }
}

extension Double: LeafType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(builder.builtIn(.float))
    }

    /// Result coercion of `Float`, which is finite (section 3.5.2).
    @inlinable
    public func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        guard isFinite else { throw CoercionFailure("Float cannot represent a number that is not finite") }
        response.write(self)
    }
}

extension String: LeafType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(builder.builtIn(.string))
    }

    @inlinable
    public func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        response.write(self)
    }
}

extension Bool: LeafType {
    public static func reference(in builder: inout SchemaBuilder) -> TypeReference {
        .nonNull(builder.builtIn(.boolean))
    }

    @inlinable
    public func write(to response: inout ResponseWriter) throws(CoercionFailure) {
        response.write(self)
    }
}
