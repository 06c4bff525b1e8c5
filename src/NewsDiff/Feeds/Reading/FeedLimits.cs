namespace NewsDiff.Feeds.Reading;

/// <summary>How much of a feed is read.</summary>
internal static class FeedLimits
{
    /// <summary>Elements nested deeper end the reading.</summary>
    public const int Depth = 256;

    /// <summary>Entries past this number are left out.</summary>
    public const int Entries = 10_000;

    /// <summary>Authors, and categories, of one entry past this number are left out.</summary>
    public const int Names = 100;

    /// <summary>Hubs past this number are left out.</summary>
    public const int Hubs = 8;

    /// <summary>Characters of one text past this number are left out.</summary>
    public const int TextLength = 256 * 1024;
}
