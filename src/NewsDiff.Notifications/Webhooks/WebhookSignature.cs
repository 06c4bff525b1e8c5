using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Notifications.Webhooks;

/// <summary>Signs and checks webhooks as the specification Standard Webhooks asks.</summary>
/// <remarks>
/// The headers are <c>webhook-id</c>, <c>webhook-timestamp</c> (seconds since 1970) and <c>webhook-signature</c>: an
/// HMAC-SHA256 of <c>id.timestamp.body</c>.
/// </remarks>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    /// <summary>How far the time of a webhook may be from now.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Checks that a webhook comes from the owner of a secret, unchanged and in time.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>; it may hold several.</param>
    /// <param name="body">The body as it was received.</param>
    /// <param name="now">The time now; the two may differ by 5 minutes.</param>
    /// <returns>Whether to trust it.</returns>
    /// <exception cref="ArgumentException">The secret is not Base64 of 24 to 64 bytes.</exception>
    public static bool IsValid(
        string secret, string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        byte[] key = KeyOf(secret);
        if (id is null || signatures is null
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        byte[] expected = Encoding.ASCII.GetBytes(Sign(key, id, timestamp, body));
        return signatures.Split(' ').Any(
            signature => CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)));
    }

    internal static string Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body) =>
        Sign(KeyOf(secret), id, timestamp, body);

    internal static void CheckSecret(string? secret)
    {
        if (secret is not null)
        {
            KeyOf(secret);
        }
    }

    private static string Sign(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        mac.AppendData(body);
        return Version + Convert.ToBase64String(mac.GetHashAndReset());
    }

    private static byte[] KeyOf(string secret)
    {
        string text = secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            ? secret[SecretPrefix.Length..]
            : secret;
        byte[] key = new byte[64];
        return Convert.TryFromBase64String(text, key, out int length) && length >= 24
            ? key[..length]
            : throw new ArgumentException(
                "Secret must be 24 to 64 bytes in Base64, such as whsec_….", nameof(secret));
    }
}
