import Roster
import Testing

@Suite("Instants")
struct InstantTests {
    @Test(
        "are written in RFC 3339, in UTC, to the second",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
            (1_782_984_600, "2026-07-02T09:30:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
            (-62_167_219_200, "0000-01-01T00:00:00Z"),
        ]
    )
    func text(seconds: Int, text: String) {
        #expect(Instant(secondsSince1970: seconds).description == text)
        #expect(Instant(text) == Instant(secondsSince1970: seconds))
    }

    @Test("come back the same from their text on days all over four centuries")
    func roundTrip() {
        for day in stride(from: -80_000, through: 80_000, by: 11) {
            let instant = Instant(secondsSince1970: day * 86_400 + 12_345)
            #expect(Instant(instant.description) == instant)
        }
    }

    @Test(
        "are read with any offset and any fraction",
        arguments: [
            "2026-07-02t11:30:00.999+02:00", "2026-07-02T09:30:00z", "2026-07-02T04:00:00-05:30",
            "2026-07-03T09:29:00+23:59", "2026-07-02T09:30:00.0000000001Z",
        ]
    )
    func reading(text: String) {
        #expect(Instant(text) == Instant("2026-07-02T09:30:00Z"))
    }

    @Test(
        "are not read from anything else",
        arguments: [
            "", "2026-07-02", "2026-07-02 09:30:00Z", "2026-07-02T09:30:00", "2026-07-02T09:30Z", "2026-7-2T09:30:00Z",
            "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z",
            "2026-07-02T24:00:00Z", "2026-07-02T09:60:00Z", "2016-12-31T23:59:60Z", "2026-07-02T09:30:00.Z",
            "2026-07-02T09:30:00+0200", "2026-07-02T09:30:00+24:00", "2026-07-02T09:30:00Zx", "1900-02-29T00:00:00Z",
        ]
    )
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }
}
