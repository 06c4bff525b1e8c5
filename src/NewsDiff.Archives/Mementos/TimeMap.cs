using System.Collections.Immutable;

namespace NewsDiff.Archives.Mementos;

/// <summary>A web archive's list of a page's captures (RFC 7089), or part of it.</summary>
public sealed record TimeMap
{
    /// <summary>The captures, in the order of the list.</summary>
    public ImmutableArray<Memento> Mementos { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The page's further lists. The default is none.</summary>
    public ImmutableArray<Uri> Others { get; init => field = value.IsDefault ? [] : value; } = [];
}
