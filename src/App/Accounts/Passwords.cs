using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>Which passwords are refused, and why.</summary>
public static class Passwords
{
    public const int Shortest = 12;

    public const int Longest = 128;

    /// <summary>Different characters at least.</summary>
    public const int FewestDistinct = 5;

    /// <param name="place">Name of the field.</param>
    public static IEnumerable<Problem> Refusing(string password, string place, string email, string name)
    {
        if (password.Length < Shortest)
        {
            yield return new Problem("accounts.password-short", place, Shortest);
        }
        else if (password.Length > Longest)
        {
            yield return new Problem("accounts.password-long", place, Longest);
        }
        else if (password.Distinct().Count() < FewestDistinct)
        {
            yield return new Problem("accounts.password-plain", place);
        }
        else if (Holds(password, email.Split('@')[0]) || Holds(password, name))
        {
            yield return new Problem("accounts.password-personal", place);
        }
    }

    private static bool Holds(string password, string part) =>
        part.Length >= 4 && password.Contains(part, StringComparison.OrdinalIgnoreCase);
}
