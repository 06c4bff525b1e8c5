using NewsDiff.Addresses;

namespace NewsDiff.Tracking;

/// <summary>The remembered state between two visits to a page or feed.</summary>
public sealed record Visit
{
    /// <summary>The kind of its target.</summary>
    public required VisitKind Kind { get; init; }

    /// <summary>The article's id, or the followed feed's address.</summary>
    /// <remarks>With <see cref="Kind"/> it is the visit's key.</remarks>
    public required string Target { get; init; }

    /// <summary>The address to request, without any user name or password.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = UserInfo.Without(AbsoluteUrl.Check(value)); }

    /// <summary>When it is due, in UTC; null when it is no longer visited.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Its state. The default is <see cref="VisitState.Active"/>.</summary>
    public VisitState State { get; init; } = VisitState.Active;

    /// <summary>When it was last visited, or null.</summary>
    public DateTimeOffset? LastVisitedAt { get; init; }

    /// <summary>When its content last changed, or was first announced; null for never.</summary>
    public DateTimeOffset? LastChangedAt { get; init; }

    /// <summary>The planned interval to the next visit, before spreading.</summary>
    /// <remarks>The default is zero: not visited yet.</remarks>
    public TimeSpan Interval { get; init; }

    /// <summary>The number of consecutive failed or not found visits. The default is 0.</summary>
    public int Failures { get; init; }

    /// <summary>How the last visit ended, or null.</summary>
    public FetchStatus? LastStatus { get; init; }

    /// <summary>Why the last visit ended so, or null.</summary>
    public string? LastReason { get; init; }

    /// <summary>The server's validators for the next conditional request, or null.</summary>
    public FetchValidators? Validators { get; init; }

    /// <summary>Identifies a text that was seen but not stored, until a visit settles it.</summary>
    /// <remarks>It is null when there is none.</remarks>
    public string? HeldHash { get; init; }

    /// <summary>What the tracker remembers from visit to visit, in its own form; null for nothing.</summary>
    /// <remarks>Stores keep it as it is; only the tracker reads it.</remarks>
    public string? Memory { get; init; }

    /// <summary>The number of its claim, which grows with each claim; 0 when never claimed.</summary>
    public long Claim { get; init; }

    /// <summary>The unreadable part of the stored visit; null for none. It is not saved.</summary>
    /// <remarks>
    /// Unreadable properties have their defaults; an unreadable address is <c>unreadable:</c> and a hash.
    /// </remarks>
    public string? Fault { get; init; }

    /// <summary>Whether the target is to be read and could not be; a vanished article is news.</summary>
    internal bool IsFailing => Failures > 0
        && State is not (VisitState.Removed or VisitState.Merged or VisitState.Paused)
        && (Kind == VisitKind.Feed || State != VisitState.Vanished);
}
