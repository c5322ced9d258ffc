using System.Globalization;
using System.Text.RegularExpressions;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>Reads single values; a wrong one is told and replaced by an empty one.</summary>
internal static partial class Scalars
{
    /// <summary>What the one who transcribed a text says of a fault that is in it: kept in the file, not shown.</summary>
    private const string Remark = " [sic]";

    public static string Text(Node node, string path, FaultList faults)
    {
        if (node is Node.Scalar { Text: { } text })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                faults.Add(node.Line, path, FaultCodes.EmptyText);
            }

            return text.Replace(Remark, "", StringComparison.Ordinal);
        }

        faults.Add(node.Line, path, FaultCodes.ExpectedText);
        return "";
    }

    /// <summary>Null when it is none.</summary>
    public static int? Integer(Node node, string path, FaultList faults)
    {
        if (node is Node.Scalar { Plain: true } scalar
            && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        faults.Add(node.Line, path, FaultCodes.ExpectedInteger);
        return null;
    }

    public static decimal Number(Node node, string path, FaultList faults)
    {
        if (node is Node.Scalar { Plain: true, Text: { } text } && TryNumber(text, out var value))
        {
            return value;
        }

        faults.Add(node.Line, path, FaultCodes.ExpectedNumber);
        return 0;
    }

    /// <summary>A number as the files write it: a point, no thousands, no exponent, nearer to zero than 10¹⁵.</summary>
    public static bool TryNumber(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && Math.Abs(value) < CodeShape.MaxNumber;

    /// <summary>A name with the spaces of French typography, which files leave plain: no line begins with a mark, nor ends with an opening quotation mark.</summary>
    public static string Spaced(string name) => FrenchSpaces().Replace(name, "\u00A0");

    [GeneratedRegex("(?<=\\S) (?=[:;?!%»])|(?<=«) ")]
    private static partial Regex FrenchSpaces();
}
