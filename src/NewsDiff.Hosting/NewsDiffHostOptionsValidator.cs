using Microsoft.Extensions.Options;

namespace NewsDiff.Hosting;

/// <summary>Checks the options when the host starts, all of them at once.</summary>
internal sealed class NewsDiffHostOptionsValidator : IValidateOptions<NewsDiffHostOptions>
{
    public ValidateOptionsResult Validate(string? name, NewsDiffHostOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.Interval < TimeSpan.FromSeconds(1) || options.Interval > TimeSpan.FromDays(1))
        {
            result.AddError("Use 1 second to 1 day.", nameof(options.Interval));
        }

        if (options.MaxConcurrency is < 1 or > 256)
        {
            result.AddError("Use 1 to 256.", nameof(options.MaxConcurrency));
        }

        if (options.UnhealthyAfter is < 2 or > 10_000)
        {
            result.AddError("Use 2 to 10,000.", nameof(options.UnhealthyAfter));
        }

        foreach (Uri url in options.Feeds.Where(url => !IsWebAddress(url)))
        {
            result.AddError($"'{url}' is not an absolute http or https address.", nameof(options.Feeds));
        }

        return result.Build();
    }

    private static bool IsWebAddress(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
