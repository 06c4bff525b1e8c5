namespace NewsDiff.Hosting;

/// <summary>How NewsDiff runs in a host.</summary>
/// <remarks>
/// Values come from the section <c>NewsDiff</c> of the configuration, then from the code given to
/// <see cref="NewsDiffServiceCollectionExtensions.AddNewsDiff"/>, which wins; feeds add up. They are read once, and checked when
/// the host starts.
/// </remarks>
public sealed class NewsDiffHostOptions
{
    /// <summary>The name of the section in the configuration.</summary>
    public const string SectionName = "NewsDiff";

    /// <summary>Feeds to follow from the start, besides those the store knows. The default is none.</summary>
    /// <remarks>A feed that is taken out of the list is still followed; remove its subscription to stop that.</remarks>
    public IList<Uri> Feeds { get; } = [];

    /// <summary>How often to look for what is due, 1 second to 1 day. The default is 1 minute.</summary>
    /// <remarks>Feeds and articles have longer intervals of their own; see <see cref="TrackerOptions"/>.</remarks>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many hosts are visited at once, 1 to 256. The default is 4.</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>A page or mail address by which sites can reach whoever runs the tracker. The default is null.</summary>
    public string? Contact { get; set; }

    /// <summary>The intervals of silence that make the tracker unhealthy, 2 to 10,000. The default is 10.</summary>
    public int UnhealthyAfter { get; set; } = 10;

    /// <summary>The time limit of a handler for one change, 1 second to 1 day. The default is 5 minutes.</summary>
    /// <remarks>A handler that exceeds it is cancelled, and gets no more changes until the next pass.</remarks>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);
}
