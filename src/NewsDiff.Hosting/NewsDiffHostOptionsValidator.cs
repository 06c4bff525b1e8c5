using Microsoft.Extensions.Options;

namespace NewsDiff.Hosting;

/// <summary>Checks the options when the host starts, all of them at once.</summary>
internal sealed class NewsDiffHostOptionsValidator : IValidateOptions<NewsDiffHostOptions>
{
    public ValidateOptionsResult Validate(string? name, NewsDiffHostOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        options.Faults.ForEach(fault => result.AddError(fault));
        if (options.Interval < TimeSpan.FromSeconds(1) || options.Interval > TimeSpan.FromDays(1))
        {
            result.AddError("Use 1 second to 1 day.", nameof(options.Interval));
        }

        if (options.HandlerTimeout < TimeSpan.FromSeconds(1) || options.HandlerTimeout > TimeSpan.FromDays(1))
        {
            result.AddError("Use 1 second to 1 day.", nameof(options.HandlerTimeout));
        }

        if (options.MaxConcurrency is < 1 or > 256)
        {
            result.AddError("Use 1 to 256.", nameof(options.MaxConcurrency));
        }

        if (options.UnhealthyAfter is < 2 or > 10_000)
        {
            result.AddError("Use 2 to 10,000.", nameof(options.UnhealthyAfter));
        }

        // A list of the configuration may hold nulls.
        foreach (Uri? url in options.Feeds)
        {
            if (FaultOf(url) is { } fault)
            {
                result.AddError(fault, nameof(options.Feeds));
            }
        }

        return result.Build();
    }

    private static string? FaultOf(Uri? feed) =>
        feed is null ? "A feed has no address."
        : feed.IsAbsoluteUri && feed.UserInfo.Length > 0
            ? "A feed's address has a user name or password, which would be stored and shown. Remove it."
        : !IsWebAddress(feed) ? $"'{feed}' is not an absolute http or https address."
        : null;

    private static bool IsWebAddress(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
