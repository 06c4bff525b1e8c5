namespace NewsDiff.Feeds;

/// <summary>An outline of a list of feeds that was not taken.</summary>
/// <param name="Address">The address as written.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Reason">Why, in a sentence for people.</param>
public sealed record OpmlRefusal(string Address, string? Title, string Reason);
