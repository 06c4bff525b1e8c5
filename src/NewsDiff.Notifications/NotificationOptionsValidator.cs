using Microsoft.Extensions.Options;

namespace NewsDiff.Notifications;

/// <summary>Stops a host whose settings of notifications are unusable.</summary>
internal sealed class NotificationOptionsValidator : IValidateOptions<NotificationOptions>
{
    public ValidateOptionsResult Validate(string? name, NotificationOptions options) =>
        options.Faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Faults);
}
