using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Metadata;

/// <summary>What visits remember about one field of an article.</summary>
/// <param name="Field">The field.</param>
internal sealed record FieldMemory(MetadataField Field)
{
    /// <summary>The maximum number of former values remembered; a field with more does not alternate.</summary>
    private const int MostFormer = 4;

    /// <summary>The number of changes that count at once; a field that changes more often varies by itself.</summary>
    private const int FreeChanges = 3;

    /// <summary>The minimum number of consecutive sights after which a new value counts.</summary>
    private const int LeastSights = 3;

    /// <summary>How long changes count as recent.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    /// <summary>How long a value must stay when it is missing, has returned, or follows many changes.</summary>
    private static readonly ImmutableArray<TimeSpan> Stays =
        [TimeSpan.Zero, OtherDay.Least, TimeSpan.FromDays(4), TimeSpan.FromDays(14)];

    /// <summary>The former values, as short hashes.</summary>
    public ImmutableArray<string> Former { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The number of changes in a row, each soon after the one before.</summary>
    public int Changes { get; init; }

    /// <summary>When it was changed last; null for never.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The value that the last change brought, as a short hash; null for none.</summary>
    /// <remarks>A store may show the event of the change later.</remarks>
    public string? Stands { get; init; }

    /// <summary>Another value that must stay to count, as a short hash; null for none.</summary>
    public string? Waiting { get; init; }

    /// <summary>When the waiting value was first seen.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many visits in a row saw it.</summary>
    public int Sights { get; init; }

    /// <summary>
    /// What the present extractor read when the stored value was another extractor's; null for the same.
    /// </summary>
    public ImmutableArray<string>? ReadAs { get; init; }

    /// <summary>The same as a short hash, if it is too long to be kept; otherwise null.</summary>
    public string? LongReadAs { get; init; }

    /// <summary>Whether there is nothing to remember.</summary>
    [JsonIgnore]
    public bool IsEmpty => Changes == 0 && Waiting is null && Stands is null && ReadAs is null && LongReadAs is null;

    /// <summary>The memory after a visit that saw the current value.</summary>
    public FieldMemory SeeSame() => this with { Waiting = null, Since = null, Sights = 0 };

    /// <summary>The memory after a visit that saw another value.</summary>
    /// <param name="value">The value, as a short hash.</param>
    /// <param name="now">The time of the visit.</param>
    public FieldMemory SeeOther(string value, DateTimeOffset now)
    {
        DateTimeOffset since = Waiting == value ? OtherDay.Since(Since, now) : now;
        return this with { Waiting = value, Since = since, Sights = since == now ? 1 : Sights + 1 };
    }

    /// <summary>Whether the waiting value counts now.</summary>
    /// <param name="isStated">Whether the page states the field at all.</param>
    /// <param name="now">The time of the visit.</param>
    public bool Counts(bool isStated, DateTimeOffset now)
    {
        int recent = IsRecent(now) ? Changes : 0;
        int stay = isStated && !Former.Contains(Waiting!) ? recent + 1 - FreeChanges : Math.Max(1, recent);
        return stay <= 0 || (Sights >= LeastSights && now - Since >= Stays[Math.Min(stay, Stays.Length - 1)]);
    }

    /// <summary>The memory after the waiting value became the current one.</summary>
    /// <param name="former">The value before, as a short hash.</param>
    /// <param name="now">The time of the visit.</param>
    public FieldMemory Change(string former, DateTimeOffset now) => new FieldMemory(Field)
    {
        Former = [.. Former.Remove(former).Remove(Waiting!).Append(former).TakeLast(MostFormer)],
        Changes = (IsRecent(now) ? Changes : 0) + 1,
        ChangedAt = now,
        Stands = Waiting,
    };

    /// <summary>The memory for another version, whose article has its own values.</summary>
    public FieldMemory Begin() => this with
    {
        Stands = null,
        Waiting = null,
        Since = null,
        Sights = 0,
        ReadAs = null,
        LongReadAs = null,
    };

    private bool IsRecent(DateTimeOffset now) => ChangedAt is { } last && now - last <= Recent;
}
