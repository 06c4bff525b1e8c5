using NewsDiff.Addresses;

namespace NewsDiff.Fetching.Guard;

/// <summary>Decides which addresses may be requested, before any name is looked up.</summary>
internal static class AddressPolicy
{
    /// <summary>Refuses an address that is not one of the web; null when it may be requested.</summary>
    public static PoliteResponse? Refuse(Uri url)
    {
        if (!WebScheme.IsIn(url))
        {
            Uri shown = UserInfo.Without(url);
            return PoliteResponse.Ended(FetchStatus.Refused, shown, $"'{shown}' is not an http or https address.");
        }

        if (UserInfo.IsIn(url))
        {
            return PoliteResponse.Ended(FetchStatus.Refused, UserInfo.Without(url), UserInfo.Refusal);
        }

        return HostName.Of(url) is null
            ? PoliteResponse.Ended(FetchStatus.Refused, url, $"'{url.Host}' cannot be the name of a host.")
            : null;
    }
}
