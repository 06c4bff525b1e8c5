using System.Collections.Immutable;

namespace NewsDiff.Archives.Mementos;

/// <summary>A list of the captures that a web archive holds of a page (RFC 7089), or a part of it.</summary>
public sealed record TimeMap
{
    /// <summary>The captures, in the order of the list.</summary>
    public ImmutableArray<Memento> Mementos { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Further lists of the same page, where it is split over several. The default is none.</summary>
    public ImmutableArray<Uri> Others { get; init => field = value.IsDefault ? [] : value; } = [];
}
