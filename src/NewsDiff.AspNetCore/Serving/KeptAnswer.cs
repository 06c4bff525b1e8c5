using NewsDiff.Events;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>An answer, and the state of the store before it was made.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Stamp">The stamp, read before the first thing that the answer shows.</param>
/// <param name="MadeAt">When it was made, as a timestamp of the clock.</param>
internal sealed record KeptAnswer(SiteAnswer Answer, StoreStamp Stamp, long MadeAt)
{
    // What is written without an event are plans: the time of the next check, a feed's state. They may be this old.
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(30);

    // What an entry takes besides its text: objects, the places in two tables.
    private const int Overhead = 512;

    /// <summary>Whether it may be sent.</summary>
    internal bool Holds(StoreStamp now, TimeProvider clock) =>
        Stamp.Events == now.Events && (Stamp.Writes == now.Writes || clock.GetElapsedTime(MadeAt) < Trust);

    /// <summary>The memory that it takes under a key.</summary>
    internal long BytesUnder(string key) => Answer.Body.Length + (2L * key.Length) + Overhead;
}
