namespace NewsDiff.Addresses;

/// <summary>Tells which hosts belong to one publisher, by their names alone.</summary>
/// <remarks>
/// A list of all public suffixes would be exact and out of date; here a second-level suffix is a short label (<c>co</c>, <c>com</c>,
/// <c>org</c> …) before the two letters of a country.
/// </remarks>
internal static class SiteName
{
    private const int LongestSecondLevel = 3;

    /// <summary>The name that a publisher registered, such as <c>example.co.uk</c> of <c>m.example.co.uk</c>.</summary>
    public static string Of(Uri url)
    {
        string host = HostName.Of(url) ?? url.Host;
        if (url.HostNameType != UriHostNameType.Dns)
        {
            return url.Authority;
        }

        string[] labels = host.Split('.');
        bool isSecondLevel = labels is [_, .., { Length: <= LongestSecondLevel }, { Length: 2 }];
        return string.Join('.', labels.TakeLast(isSecondLevel ? 3 : 2));
    }

    /// <summary>Whether two addresses are of one publisher.</summary>
    public static bool IsOne(Uri left, Uri right) => Of(left) == Of(right);

    /// <summary>Whether two addresses are the same page of one name under two endings, as of <c>.com</c> and <c>.co.uk</c>.</summary>
    public static bool IsOneUnderOtherEnding(Uri left, Uri right) =>
        left.HostNameType == UriHostNameType.Dns && right.HostNameType == UriHostNameType.Dns
        && left.PathAndQuery == right.PathAndQuery
        && Of(left).Split('.')[0] == Of(right).Split('.')[0];
}
