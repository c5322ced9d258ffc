using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Responsables.Domain.Accounts;

/// <summary>Codes that change with time (RFC 6238): six digits, thirty seconds, HMAC-SHA-1, which is what every application shows.</summary>
public static class Totp
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private const int Seconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The step of an instant: each has its own code.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a step.</summary>
    public static string CodeOf(TotpSecret secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm that applications know; its weakness is of collisions, which a code does not rest on.
        HMACSHA1.HashData(secret.Bytes, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 15)..]) & 0x7FFFFFFF;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code was typed: the present one, the one before or the one after, for clocks that differ; null when it is none of them, or
    /// when the code is of a step that was used already (<paramref name="lastUsed"/>): a code is good once.
    /// </summary>
    public static long? StepOf(TotpSecret secret, string typed, DateTimeOffset now, long? lastUsed)
    {
        var code = Encoding.ASCII.GetBytes(new string([.. typed.Where(c => !char.IsWhiteSpace(c))]));
        var present = StepAt(now);
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            // All three are compared, each in the same time.
            if (CryptographicOperations.FixedTimeEquals(code, Encoding.ASCII.GetBytes(CodeOf(secret, step))) && step > (lastUsed ?? long.MinValue))
            {
                found ??= step;
            }
        }

        return found;
    }
}
