import "./charts.css";
