using System.Globalization;

namespace NewsDiff.Events;

/// <summary>A place in an event log; a reader that continues after it misses nothing.</summary>
/// <remarks>
/// It is valid only in the store that it came from. The default is the place before the first event. Places grow in the
/// order in which events become readable, which may differ from the order in which they happened.
/// </remarks>
public readonly record struct EventCursor : IComparable<EventCursor>
{
    /// <summary>The number of the transaction that wrote the event; 0 where writers take turns.</summary>
    public long Transaction { get; init; }

    /// <summary>The number of the event.</summary>
    public long Sequence { get; init; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The cursor.</returns>
    /// <exception cref="FormatException">The text is not a cursor.</exception>
    public static EventCursor Parse(string text) =>
        TryParse(text, out EventCursor cursor)
            ? cursor
            : throw new FormatException($"'{text}' is not a cursor of an event log, such as '0-42'.");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="cursor">The cursor; the default when the text is not one.</param>
    /// <returns>Whether the text is a cursor.</returns>
    public static bool TryParse(string? text, out EventCursor cursor)
    {
        cursor = default;
        int dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash < 0
            || !TryParse(text.AsSpan(0, dash), out long transaction)
            || !TryParse(text.AsSpan(dash + 1), out long sequence))
        {
            return false;
        }

        cursor = new EventCursor { Transaction = transaction, Sequence = sequence };
        return true;
    }

    /// <summary>Compares the places in the log.</summary>
    /// <param name="other">The other place.</param>
    /// <returns>Negative when this one is earlier, positive when it is later.</returns>
    public int CompareTo(EventCursor other) =>
        (Transaction, Sequence).CompareTo((other.Transaction, other.Sequence));

    /// <summary>The cursor as text, such as <c>0-42</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Transaction}-{Sequence}");

    /// <summary>Whether one place is before another.</summary>
    /// <param name="left">The one place.</param>
    /// <param name="right">The other place.</param>
    /// <returns>Whether the left one is earlier.</returns>
    public static bool operator <(EventCursor left, EventCursor right) => left.CompareTo(right) < 0;

    /// <summary>Whether one place is after another.</summary>
    /// <param name="left">The one place.</param>
    /// <param name="right">The other place.</param>
    /// <returns>Whether the left one is later.</returns>
    public static bool operator >(EventCursor left, EventCursor right) => left.CompareTo(right) > 0;

    /// <summary>Whether one place is not after another.</summary>
    /// <param name="left">The one place.</param>
    /// <param name="right">The other place.</param>
    /// <returns>Whether the left one is earlier, or they are the same.</returns>
    public static bool operator <=(EventCursor left, EventCursor right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one place is not before another.</summary>
    /// <param name="left">The one place.</param>
    /// <param name="right">The other place.</param>
    /// <returns>Whether the left one is later, or they are the same.</returns>
    public static bool operator >=(EventCursor left, EventCursor right) => left.CompareTo(right) >= 0;

    private static bool TryParse(ReadOnlySpan<char> digits, out long number) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
