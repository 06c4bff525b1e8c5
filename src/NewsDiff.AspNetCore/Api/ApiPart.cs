using System.Collections.Immutable;

namespace NewsDiff.AspNetCore.Api;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">The parameter that requests the next part; null when there is none.</param>
internal sealed record ApiPart<T>(ImmutableArray<T> Items, string? Next);
