using System.Net.Mail;

namespace Responsables.App.Accounts;

/// <summary>Addresses as they are typed.</summary>
public static class EmailAddress
{
    /// <summary>The domain of the demonstration's accounts: reserved for ever, no mail can reach it.</summary>
    public const string DemonstrationDomain = "demonstration.invalid";

    private const int Longest = 254;

    public static bool IsValid(string text) =>
        text.Length <= Longest && !text.Any(char.IsWhiteSpace) && MailAddress.TryCreate(text, out var read) && read.Address == text && read.Host.Contains('.');

    public static bool IsDemonstration(string text) => text.EndsWith("@" + DemonstrationDomain, StringComparison.OrdinalIgnoreCase);
}
