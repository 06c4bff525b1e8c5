namespace NewsDiff.Feeds;

/// <summary>What to look for in an entry.</summary>
/// <param name="Part">Where to look.</param>
/// <param name="Expression">A regular expression without look-around and back-references; case is ignored.</param>
public sealed record EntryPattern(EntryPart Part, string Expression);
