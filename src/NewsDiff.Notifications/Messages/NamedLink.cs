namespace NewsDiff.Notifications.Messages;

/// <summary>An address with the words that say where it leads.</summary>
internal sealed record NamedLink(string Name, Uri Url)
{
    /// <summary>The links of a notification: the comparison, and the article.</summary>
    public static IEnumerable<NamedLink> Of(Notification notification)
    {
        if (notification.ComparisonUrl is { } comparison)
        {
            yield return new NamedLink("Compare", comparison);
        }

        if (notification.Url is { } article)
        {
            yield return new NamedLink("Article", article);
        }
    }
}
