using System.Globalization;

namespace Responsables.Domain.Frameworks.Expressions;

/// <summary>Computes what is constant once for all.</summary>
internal static class Constants
{
    public static decimal Fold(Operation operation, decimal left, decimal right, int column, ExpressionFaults faults)
    {
        try
        {
            return operation.Apply(left, right);
        }
        catch (OverflowException)
        {
            faults.Add(column, FaultCodes.BadNumber, string.Create(CultureInfo.InvariantCulture, $"{left} × {right}"));
            return 0;
        }
    }
}
