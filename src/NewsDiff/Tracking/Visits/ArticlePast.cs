namespace NewsDiff.Tracking.Visits;

/// <summary>What is remembered about an article's past, so that its schedule can learn from it.</summary>
internal static class ArticlePast
{
    /// <summary>Notes what a visit found.</summary>
    /// <param name="visit">The state after the visit, not yet planned.</param>
    /// <param name="now">The time of the visit.</param>
    /// <returns>The state with its memory, and what a policy is told of it.</returns>
    public static (Visit Visit, RevisitFacts Facts) Note(Visit visit, DateTimeOffset now)
    {
        VisitMemory memory = VisitMemoryJson.Of(visit);
        bool isFirst = visit.Interval == TimeSpan.Zero;
        if (memory.BeganAt is null)
        {
            // Databases of earlier versions lack this; an article that was visited before has a text.
            memory = memory with { BeganAt = Earlier(visit.LastChangedAt, now), Texts = isFirst ? 0 : 1 };
        }

        if (isFirst && memory.Texts > 0)
        {
            // Somebody asked for it again, and expects news of it, however old it is.
            memory = memory with { StatedAge = null };
        }

        // The time may also be that of a new visit, not of a change: when it fails at once, or after a restart.
        bool isNew = visit.LastChangedAt == now && visit.Failures == 0 && (!isFirst || memory.Texts == 0);
        memory = memory with { Texts = Math.Min(memory.Texts, int.MaxValue - 1) + (isNew ? 1 : 0) };
        TimeSpan age = now - memory.BeganAt!.Value;
        var facts = new RevisitFacts
        {
            Age = age > TimeSpan.Zero ? age : TimeSpan.Zero,
            StatedAge = memory.StatedAge ?? TimeSpan.Zero,
            Changes = Math.Max(0, memory.Texts - 1),
        };
        return (visit.With(memory), facts);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? time, DateTimeOffset now) =>
        time is { } known && known < now ? known : now;
}
