using System.Text.Json.Serialization;

namespace NewsDiff.Notifications.Mail;

/// <summary>How the connection to a mail server is protected.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailSecurity>))]
public enum MailSecurity
{
    /// <summary>TLS from the start on port 465, otherwise STARTTLS; a server without it is refused.</summary>
    Required = 1,

    /// <summary>TLS if the server offers it, otherwise none.</summary>
    /// <remarks>Anyone on the network path can read the mail and the password.</remarks>
    IfOffered,

    /// <summary>None; for a server on the same machine.</summary>
    None,
}
