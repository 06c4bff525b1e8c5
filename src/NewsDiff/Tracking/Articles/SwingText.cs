namespace NewsDiff.Tracking.Articles;

/// <summary>One of the texts that a page has shown.</summary>
/// <param name="Key">The hash of the text.</param>
/// <param name="Body">The hash of its body alone.</param>
/// <param name="SeenAt">When it was last shown, as far as is known.</param>
internal sealed record SwingText(string Key, string Body, DateTimeOffset SeenAt)
{
    private const int KeyLength = 16;

    /// <summary>The text of an article without what varies at every visit.</summary>
    public static SwingText Of(Article settled, DateTimeOffset now) => new(
        ContentHash.Compute(settled)[..KeyLength], ContentHash.Compute(settled with { Title = "" })[..KeyLength], now);
}
