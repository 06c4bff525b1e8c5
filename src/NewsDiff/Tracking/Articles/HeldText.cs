using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>A doubted text, until a visit settles it.</summary>
/// <param name="Kind">Why it is doubted.</param>
/// <param name="Sketch">The text, as <see cref="TextSketch"/> writes it.</param>
/// <param name="Sights">The number of visits in a row that saw a doubtful text.</param>
/// <param name="FirstAt">The time of the first of these visits.</param>
internal sealed record HeldText(DoubtKind Kind, string Sketch, int Sights, DateTimeOffset FirstAt)
{
    /// <summary>The number of sights after which a text counts, although it is doubted.</summary>
    private const int MostSights = 3;

    /// <summary>The smallest share of common words that makes two doubted texts one.</summary>
    private const double LeastResemblance = 0.5;

    /// <summary>The doubted text after one more sight.</summary>
    /// <param name="before">What was doubted at the last visit, or null.</param>
    /// <param name="doubt">Why the text is doubted now.</param>
    /// <param name="sketch">The text.</param>
    /// <param name="now">The time of the visit.</param>
    public static HeldText See(HeldText? before, Doubt doubt, string sketch, DateTimeOffset now)
    {
        bool goesOn = before is not null && before.IsStrange == doubt.IsStrange;
        return new HeldText(
            doubt.Kind, sketch, goesOn ? Math.Min(before!.Sights, MostSights) + 1 : 1,
            goesOn ? OtherDay.Since(before!.FirstAt, now) : now);
    }

    /// <summary>Whether earlier sights confirm the text: it is still short, or still nearly the same.</summary>
    /// <remarks>The texts need not be equal: a counter may change beside them.</remarks>
    /// <param name="before">What was doubted at the last visit, or null.</param>
    public bool IsConfirmedBy(HeldText? before) =>
        !IsStrange && before is { IsStrange: false }
        && ((Kind == DoubtKind.Shrunk && before.Kind == DoubtKind.Shrunk)
            || Sketch == before.Sketch
            || TextSketch.Resemblance(TextSketch.Read(Sketch), TextSketch.Read(before.Sketch)) >= LeastResemblance);

    /// <summary>Whether the text was seen often enough to be stored with its doubt.</summary>
    /// <param name="now">The time of the visit.</param>
    public bool IsOldEnough(DateTimeOffset now) =>
        Sights >= MostSights && (!IsStrange || OtherDay.Is(FirstAt, now));

    /// <summary>How long to wait before the next sight; null for the usual interval.</summary>
    public TimeSpan? NextSight => Sights > MostSights ? null
        : IsStrange && Sights > 1 ? TimeSpan.FromDays(1)
        : VisitSchedule.ConfirmAfter;

    private bool IsStrange => Kind >= DoubtKind.Another;
}
