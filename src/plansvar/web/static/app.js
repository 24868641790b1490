// Puts the page's pieces to work. Everything here is served from the page's own host.
import "./chat.js";
import "./viewer.js";
import "./tables.js";
import "./views.js";
