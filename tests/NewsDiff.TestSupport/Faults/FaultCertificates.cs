using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsDiff.TestSupport.Faults;

/// <summary>Certificates that nobody vouches for.</summary>
public static class FaultCertificates
{
    /// <summary>Makes a self-signed certificate.</summary>
    /// <param name="host">The host it names.</param>
    /// <param name="isExpired">Whether its time has passed.</param>
    public static X509Certificate2 For(string host, bool isExpired = false)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset end = isExpired ? DateTimeOffset.UtcNow.AddDays(-1) : DateTimeOffset.UtcNow.AddDays(1);
        return request.CreateSelfSigned(end.AddDays(-30), end);
    }
}
