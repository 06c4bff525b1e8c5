namespace NewsDiff.Tracking.Visits;

/// <summary>Decides when to ask a server for a full answer, although it says "not modified".</summary>
/// <remarks>
/// Some servers always say so, whatever changes. Occasional requests without conditions expose them. A page that never
/// changes costs eleven full answers in the 48 visits of its life instead of one; a feed costs one in nine.
/// </remarks>
internal static class FullAnswers
{
    /// <summary>The number of "not modified" answers in a row after which a full one is due.</summary>
    /// <remarks>A page has twenty visits on its first day, so that wrong answers are found within hours.</remarks>
    private const int MostNotModified = 8;

    /// <summary>The number of "not modified" answers after which a full one is due once a day.</summary>
    private const int LeastNotModified = 2;

    /// <summary>The number of surprises in a row that expose a server; one alone may be a coincidence.</summary>
    private const int SurprisesThatCatch = 2;

    private static readonly TimeSpan LongestWithout = TimeSpan.FromDays(1);

    /// <summary>How long an exposed server is asked without conditions.</summary>
    private static readonly TimeSpan Distrust = TimeSpan.FromDays(7);

    /// <summary>Whether the next request must go without conditions.</summary>
    public static bool AreDue(VisitMemory memory, DateTimeOffset now) =>
        now - memory.CaughtAt < Distrust
        || memory.NotModified >= MostNotModified
        || (memory.NotModified >= LeastNotModified && now - memory.FullAt >= LongestWithout);

    /// <summary>The memory after an answer.</summary>
    /// <param name="memory">The memory before.</param>
    /// <param name="result">The answer.</param>
    /// <param name="known">The validators that the server gave with its last full answer, or null.</param>
    /// <param name="hasNews">Whether it brought something new.</param>
    /// <param name="now">The time of the visit.</param>
    public static VisitMemory After(
        VisitMemory memory, RequestResult result, FetchValidators? known, bool hasNews, DateTimeOffset now)
    {
        if (result.Status == FetchStatus.NotModified)
        {
            return memory with { NotModified = memory.NotModified + 1, FullAt = memory.FullAt ?? now };
        }

        if (result.Status != FetchStatus.Fetched)
        {
            return memory;
        }

        int surprises = memory.NotModified == 0 ? memory.Surprises : hasNews ? memory.Surprises + 1 : 0;
        bool isCaught = surprises >= SurprisesThatCatch || IsLie(result.Validators, known, hasNews);
        return memory with
        {
            FullAt = now,
            NotModified = 0,
            Surprises = isCaught ? 0 : surprises,
            CaughtAt = isCaught ? now : memory.CaughtAt,
        };
    }

    /// <summary>Whether a server gives one validator to two contents, so that "not modified" means nothing.</summary>
    public static bool IsLie(FetchValidators? given, FetchValidators? known, bool hasNews) =>
        hasNews && given is not null && known is not null
        && (given.ETag ?? given.LastModified) is not null
        && given == known;
}
