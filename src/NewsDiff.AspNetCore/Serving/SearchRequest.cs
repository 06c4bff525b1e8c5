using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>Reads the query of a request for the search page.</summary>
internal static class SearchRequest
{
    // Nobody types more; a query is cut into words and looked up before it can be refused.
    private const int LongestQuery = 500;

    /// <summary>Reads <c>q</c> and <c>before</c>.</summary>
    /// <returns>The address; null when one of them is given twice, or the query is too long.</returns>
    internal static PageAddress? Read(IQueryCollection query)
    {
        StringValues words = query["q"];
        StringValues before = query["before"];
        string text = words.ToString().Trim();
        return words.Count > 1 || before.Count > 1 || text.Length > LongestQuery
            ? null
            : PageAddress.Search(text.Length == 0 ? null : text, before.Count == 0 ? null : before.ToString());
    }
}
