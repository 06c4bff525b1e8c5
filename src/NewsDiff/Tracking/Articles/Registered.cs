namespace NewsDiff.Tracking.Articles;

/// <summary>What registering an entry of a feed came to.</summary>
/// <param name="IsNew">Whether the article is new.</param>
/// <param name="IsOpen">Whether another page must be read first, so that the entry is looked at again.</param>
internal readonly record struct Registered(bool IsNew, bool IsOpen);
