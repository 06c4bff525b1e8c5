using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>The part of a list that a request asks for.</summary>
/// <param name="Before">Entries before this place; null for the newest.</param>
/// <param name="Filter">The changes to show; null for all.</param>
/// <param name="Since">The first instant; null for all.</param>
internal sealed record ListRequest(string? Before, ChangeFilter? Filter, DateTimeOffset? Since)
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>The address of the list of changes.</summary>
    internal PageAddress Changes => PageAddress.Changes(Before, Filter, Since);

    /// <summary>The address of the list of articles; null for a part that it does not have.</summary>
    internal PageAddress? Articles => Filter is null && Since is null ? PageAddress.Articles(Before) : null;

    /// <summary>Reads <c>before</c>, <c>only</c> and <c>since</c>.</summary>
    /// <returns>The part; null when one of them is unknown.</returns>
    internal static ListRequest? Read(IQueryCollection query)
    {
        StringValues before = query["before"];
        StringValues only = query["only"];
        StringValues since = query["since"];
        var read = new ListRequest(
            before.Count == 1 ? before.ToString() : null,
            only.Count == 1 ? FilterOf(only.ToString()) : null,
            since.Count == 1 ? InstantOf(since.ToString()) : null);
        bool isKnown = before.Count <= 1
            && (only.Count == 0 || read.Filter is not null)
            && (since.Count == 0 || read.Since is not null);
        return isKnown ? read : null;
    }

    private static ChangeFilter? FilterOf(string text) =>
        Enum.GetValues<ChangeFilter>()
            .Where(filter => filter.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            .Select(filter => (ChangeFilter?)filter)
            .FirstOrDefault();

    /// <summary>An instant as ISO 8601 writes it; a day begins at midnight UTC.</summary>
    private static DateTimeOffset? InstantOf(string text) =>
        DateTimeOffset.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? at.ToUniversalTime()
            : null;
}
