using NewsDiff.Extraction;
using NewsDiff.Fetching;

namespace NewsDiff.Hosting;

/// <summary>How NewsDiff runs in a host.</summary>
/// <remarks>
/// Values come from the section <c>NewsDiff</c> of the configuration, or <c>NewsDiff:Trackers:NAME</c> for a tracker
/// with a name. Code given to <c>AddNewsDiff</c> runs afterwards and overrides them; its feeds are added to theirs.
/// Options are read once. An unknown key or an unusable value stops the host from starting.
/// </remarks>
public sealed class NewsDiffHostOptions
{
    /// <summary>The name of the section in the configuration.</summary>
    public const string SectionName = "NewsDiff";

    private int? _maxConcurrency;

    /// <summary>Feeds to follow from the start, besides those in the store.</summary>
    /// <remarks>
    /// The default is none. A feed that is removed from the list is still followed; remove its subscription to stop
    /// that.
    /// </remarks>
    public IList<Uri> Feeds { get; } = [];

    /// <summary>The interval between passes, 1 second to 1 day. The default is 1 minute.</summary>
    /// <remarks>Feeds and articles have their own, longer intervals; see <see cref="TrackerOptions"/>.</remarks>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many sites are visited at once, 1 to 256. The default is 4.</summary>
    /// <remarks>It is the <see cref="TrackerOptions.MaxConcurrency"/> of <see cref="Tracker"/>.</remarks>
    public int MaxConcurrency
    {
        get => _maxConcurrency ?? Tracker.MaxConcurrency;
        set => _maxConcurrency = value;
    }

    /// <summary>A web or mail address at which sites can reach the operator.</summary>
    /// <remarks>The default is null. It is the <see cref="HttpFetchOptions.Contact"/> of <see cref="Fetch"/>.</remarks>
    public string? Contact
    {
        get => Fetch.Contact;
        set => Fetch = Fetch with { Contact = value };
    }

    /// <summary>The limits and politeness of fetching; section <c>Fetch</c>.</summary>
    public HttpFetchOptions Fetch { get; set; } = HttpFetchOptions.Default;

    /// <summary>Rules for single sites. The default is none.</summary>
    /// <remarks>
    /// The setting <c>Rules</c> names their file of JSON. An <see cref="IArticleExtractor"/> that the host registers
    /// has rules of its own; setting these too stops the host from starting.
    /// </remarks>
    public SiteRules Rules { get; set; } = SiteRules.None;

    /// <summary>How the tracker works; section <c>Tracker</c>.</summary>
    public TrackerOptions Tracker
    {
        get;
        set => (field, _maxConcurrency) = (value, null);
    }
    = DefaultTracker;

    /// <summary>The intervals without success that make the tracker unhealthy, 2 to 10,000.</summary>
    /// <remarks>The default is 10.</remarks>
    public int UnhealthyAfter { get; set; } = 10;

    /// <summary>The time limit of a handler for one event, 1 second to 1 day.</summary>
    /// <remarks>
    /// The default is 5 minutes. A handler that exceeds it is cancelled, and gets the event again later.
    /// </remarks>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The tracker's options unless others are set.</summary>
    internal static TrackerOptions DefaultTracker { get; } = new();

    /// <summary>The faults of the configuration.</summary>
    internal List<string> Faults { get; } = [];
}
